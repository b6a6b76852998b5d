using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Careers;

/// <summary>Somebody with a long past.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Eagerness">How likely it is that they play on an evening of the week.</param>
/// <param name="Skill">How likely it is that they win, when nothing speaks for or against it.</param>
internal sealed record CareerMember(Person Person, double Eagerness, double Skill);
