namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>A <see cref="GroupKey"/> of any subject but builds in 64 bits: unit, trait, second trait, and last an item or a trait's step.</summary>
internal readonly record struct PackedKey(ulong Bits)
{
    public static PackedKey OfUnit(int unit) => new((ulong)(ushort)unit << 48);

    public static PackedKey OfItem(int item) => new((ushort)item);

    public static PackedKey OfTrait(int trait, int tier) => new(((ulong)(ushort)trait << 32) | (ushort)tier);

    public static PackedKey OfComp(int carry, int trait, int secondTrait) => new(((ulong)(ushort)carry << 48) | ((ulong)(ushort)trait << 32) | ((ulong)(ushort)secondTrait << 16));

    public static PackedKey Of(GroupKey key) =>
        new(OfComp(key.Unit, key.Trait, key.SecondTrait).Bits | (ushort)(key.Items.IsEmpty ? key.TraitTier : key.Items[0]));

    public GroupKey Open(TftSubject subject)
    {
        var (unit, trait, second, last) = ((int)(Bits >> 48), (int)(ushort)(Bits >> 32), (int)(ushort)(Bits >> 16), (int)(ushort)Bits);
        return subject == TftSubject.Items ? new(0, [last]) : new(unit, [], trait, second, last);
    }
}
