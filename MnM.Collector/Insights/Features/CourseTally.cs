namespace MnM.Collector.Insights.Features;

/// <summary>Counts what happened, one event after the other.</summary>
internal sealed class CourseTally
{
    private const int DragonsOfSoul = 4;
    private const double BaronSeconds = 180;
    private const double ElderSeconds = 150;
    private const double InhibitorSeconds = 300;

    private readonly Dictionary<(int Side, string Lane), double> _inhibitors = [];
    private readonly Dictionary<(CourseEventKind Kind, int Side), double> _mights = [];
    private int _kills;
    private int _plates;
    private int _towers;
    private int _grubs;
    private int _heralds;
    private int _atakhan;
    private int _blueDragons;
    private int _redDragons;

    public void Add(in CourseEvent told)
    {
        switch (told.Kind)
        {
            case CourseEventKind.Kill:
                _kills += told.Side;
                break;
            case CourseEventKind.Plate:
                _plates += told.Side;
                break;
            case CourseEventKind.Tower:
                _towers += told.Side;
                break;
            case CourseEventKind.Inhibitor:
                _inhibitors[(told.Side, told.Lane)] = told.At;
                break;
            case CourseEventKind.Grub:
                _grubs += told.Side;
                break;
            case CourseEventKind.Herald:
                _heralds += told.Side;
                break;
            case CourseEventKind.Atakhan:
                _atakhan += told.Side;
                break;
            case CourseEventKind.Dragon when told.Side > 0:
                _blueDragons++;
                break;
            case CourseEventKind.Dragon:
                _redDragons++;
                break;
            case CourseEventKind.Baron or CourseEventKind.Elder:
                _mights[(told.Kind, told.Side)] = told.At;
                break;
        }
    }

    /// <summary>The score at a moment; nothing later was added.</summary>
    public MatchState At(double seconds) => new(seconds)
    {
        Kills = _kills,
        Plates = _plates,
        Towers = _towers,
        Inhibitors = _inhibitors.Where(fall => seconds - fall.Value < InhibitorSeconds).Sum(fall => fall.Key.Side),
        Grubs = _grubs,
        Heralds = _heralds,
        Dragons = _blueDragons - _redDragons,
        Soul = (_blueDragons >= DragonsOfSoul ? 1 : 0) - (_redDragons >= DragonsOfSoul ? 1 : 0),
        Baron = Might(CourseEventKind.Baron, seconds, BaronSeconds),
        Elder = Might(CourseEventKind.Elder, seconds, ElderSeconds),
        Atakhan = _atakhan,
    };

    private int Might(CourseEventKind kind, double seconds, double lasts) => Bears(kind, 1, seconds, lasts) - Bears(kind, -1, seconds, lasts);

    private int Bears(CourseEventKind kind, int side, double seconds, double lasts) => _mights.TryGetValue((kind, side), out var since) && seconds - since < lasts ? 1 : 0;
}
