using System.Reflection;

namespace MnM.Tests.Architecture;

/// <summary>Finds which types a type mentions: in its signatures, attributes and bodies. Blind to constants and nameof, which leave no trace.</summary>
internal static class Mentions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Every type that <paramref name="type"/> mentions; its nested types, lambdas and state machines among them, answer for themselves.</summary>
    public static IEnumerable<Type> Of(Type type) => Raw(type).OfType<Type>().SelectMany(Parts).Distinct();

    private static IEnumerable<Type?> Raw(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.GetGenericArguments().SelectMany(Constraints),
        .. Attributes(type.GetCustomAttributesData()),
        .. type.GetFields(Declared).SelectMany(field => Attributes(field.GetCustomAttributesData()).Append(field.FieldType)),
        .. type.GetProperties(Declared).SelectMany(property => Attributes(property.GetCustomAttributesData()).Append(property.PropertyType)),
        .. type.GetEvents(Declared).SelectMany(told => Attributes(told.GetCustomAttributesData()).Append(told.EventHandlerType)),
        .. type.GetConstructors(Declared).SelectMany(OfMethod),
        .. type.GetMethods(Declared).SelectMany(OfMethod),
    ];

    private static IEnumerable<Type?> OfMethod(MethodBase method) =>
    [
        (method as MethodInfo)?.ReturnType,
        .. method is MethodInfo ? method.GetGenericArguments().SelectMany(Constraints) : [],
        .. Attributes(method.GetCustomAttributesData()),
        .. method.GetParameters().SelectMany(parameter => Attributes(parameter.GetCustomAttributesData()).Append(parameter.ParameterType)),
        .. Body(method),
    ];

    private static IEnumerable<Type?> Body(MethodBase method) => method.GetMethodBody() is not { } body
        ? []
        :
        [
            .. body.LocalVariables.Select(local => local.LocalType),
            .. body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType),
            .. Instructions.MembersOf(method, body).SelectMany(OfMember),
        ];

    private static IEnumerable<Type?> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method => [method.DeclaringType, method.ReturnType, .. method.GetGenericArguments()],
        _ => [member.DeclaringType],
    };

    private static IEnumerable<Type?> Attributes(IEnumerable<CustomAttributeData> attributes) => attributes.SelectMany(attribute => (IEnumerable<Type?>)
    [
        attribute.AttributeType,
        .. attribute.ConstructorArguments.Select(argument => argument.Value as Type),
        .. attribute.NamedArguments.Select(argument => argument.TypedValue.Value as Type),
    ]);

    private static IEnumerable<Type> Constraints(Type argument) => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : [];

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];
}
