using MnM.Collector.Players.Users;

namespace MnM.Tests.Players.Users;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("anna@example.com")]
    [InlineData(" anna@example.com ")]
    [InlineData("anna.b+lol@mail.example.co.uk")]
    [InlineData("o'neil@example.com")]
    [InlineData("jörg@müller.example")]
    [InlineData("анна@пример.рф")]
    [InlineData("用户@例子.公司")]
    [InlineData("उपयोगकर्ता@उदाहरण.भारत")]
    [InlineData("pelé@example.com")]
    [InlineData("🦉@example.com")]
    public void Addresses_of_any_script_are_addresses(string text) => Assert.Equal(text.Trim(), EmailAddress.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.com")]
    [InlineData("anna@")]
    [InlineData("anna@example")]
    [InlineData("anna@.com")]
    [InlineData("anna@example..com")]
    [InlineData("anna@-example.com")]
    [InlineData("anna b@example.com")]
    [InlineData("anna\n@example.com")]
    [InlineData("anna@exam\u200Bple.com")]
    [InlineData("an\u202Ena@example.com")]
    [InlineData("<anna@example.com>")]
    [InlineData("anna@example.com, eve@example.com")]
    [InlineData("\ud800@example.com")]
    [InlineData("anna@💥.com")]
    public void Anything_else_is_none(string? text) => Assert.Null(EmailAddress.Find(text));

    [Fact]
    public void One_that_is_too_long_is_none() => Assert.Null(EmailAddress.Find($"{new string('a', 64)}@{string.Join('.', Enumerable.Repeat(new string('b', 60), 4))}.com"));

    [Fact]
    public void Case_makes_no_other_address() => Assert.True(EmailAddress.AreSame("Анна@Пример.рф", "анна@пример.РФ"));
}
