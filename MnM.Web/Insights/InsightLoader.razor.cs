using System.Data.Common;
using Microsoft.AspNetCore.Components;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Collector.Insights.WinProbability;

namespace MnM.Web.Insights;

/// <summary>An insight as it stands and as it comes. Nothing is made unless somebody asks.</summary>
public sealed partial class InsightLoader(InsightDesk desk, WinModels models, Feed<InsightsUnderWay> underWay, ILogger<InsightLoader> logger)
{
    private InsightScene _scene = new(Answer: null);
    private InsightSubject? _read;
    private bool _isOld;

    [Parameter, EditorRequired] public required InsightSubject Subject { get; set; }

    /// <inheritdoc cref="InsightPanel.Sub"/>
    [Parameter] public string? Sub { get; set; }

    /// <inheritdoc cref="InsightPanel.Who"/>
    [Parameter, EditorRequired] public required string Who { get; set; }

    /// <inheritdoc cref="InsightPanel.Tools"/>
    [Parameter] public RenderFragment? Tools { get; set; }

    /// <summary>It was made while somebody looked: what it needed is stored now, too.</summary>
    [Parameter] public EventCallback Made { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Watch(underWay, Take);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Subject != _read)
        {
            (_read, _scene) = (Subject, new InsightScene(Answer: null));
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isOld)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    // Where it is no longer under way it came to its end, or its turn has not come: the store knows which.
    private void Take(InsightsUnderWay now) => _isOld |= !Follow(now) && _scene.Answer is InsightAnswer.Waiting;

    /// <summary>Shows how far it is; false where it is not under way.</summary>
    private bool Follow(InsightsUnderWay now)
    {
        if (!now.ByKey.TryGetValue(Subject.Key, out var progress))
        {
            return false;
        }

        if (_scene.Answer is not (null or InsightAnswer.NotSupported))
        {
            _scene = _scene with { Answer = new InsightAnswer.Waiting(progress, _scene.Insight), Change = null };
        }

        return true;
    }

    private Task ReadAsync() => GuardAsync(subject => desk.FindAsync(subject, CancellationToken.None));

    private async Task OrderAsync(bool anew)
    {
        _scene = _scene with { IsAsking = true };
        await GuardAsync(subject => desk.OrderAsync(subject, anew, CancellationToken.None));

        // It may have come to its end before anybody looked for it in the feed.
        _isOld |= _scene.Answer is InsightAnswer.Waiting && !underWay.Current.ByKey.ContainsKey(Subject.Key);
    }

    private async Task GuardAsync(Func<InsightSubject, Task<InsightAnswer>> ask)
    {
        var subject = Subject;
        _isOld = false;
        try
        {
            var answer = await ask(subject);
            var scene = new InsightScene(answer);
            if (scene.Insight is { IsOld: true } old)
            {
                scene = scene with { Change = InsightPhrases.Change(old, (await models.FindAsync(CancellationToken.None)).Model) };
            }

            if (subject == Subject)
            {
                var isMade = _scene.Answer is InsightAnswer.Waiting && answer is InsightAnswer.Ready;
                _scene = scene;
                Follow(underWay.Current);
                if (isMade)
                {
                    await Made.InvokeAsync();
                }
            }
        }
        catch (DbException fault)
        {
            Log.NotAnswered(logger, subject.Key, fault);
            if (subject == Subject)
            {
                _scene = _scene with { IsDown = true, IsAsking = false };
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The insight {Key} could not be read or ordered")]
        public static partial void NotAnswered(ILogger logger, string key, Exception fault);
    }
}
