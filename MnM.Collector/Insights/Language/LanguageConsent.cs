using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Insights.Language;

/// <summary>The owner's word that reports may go to a model at an endpoint. Another endpoint or model wants another word.</summary>
internal sealed class LanguageConsent
{
    public required string Endpoint { get; set; }
    public required string Model { get; set; }
    public required DateTimeOffset AgreedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<LanguageConsent>
    {
        public void Configure(EntityTypeBuilder<LanguageConsent> builder)
        {
            builder.ToTable("language_consents");
            builder.HasKey(consent => new { consent.Endpoint, consent.Model });
        }
    }
}
