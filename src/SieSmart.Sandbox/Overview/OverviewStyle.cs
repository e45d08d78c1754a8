namespace SieSmart.Sandbox.Overview;

/// <summary>How the page looks, and the script that renews it. Both stand in the page itself: nothing comes from elsewhere.</summary>
internal static class OverviewStyle
{
    public const string Text = """
        :root {
            color-scheme: light dark;
            --ink: light-dark(#17212b, #e6ebf0); --soft: light-dark(#51606f, #a3b0bd); --line: light-dark(#d5dce3, #36424e);
            --paper: light-dark(#fff, #1b232b); --ground: light-dark(#f3f5f7, #12181e); --accent: light-dark(#14508c, #86bdf3); --on-accent: light-dark(#fff, #0c1c2b);
            --good: light-dark(#11552f, #8fdcae); --good-back: light-dark(#e3f4ea, #163325); --warn: light-dark(#6b4300, #f3cb7e); --warn-back: light-dark(#fff3d6, #3a2b0c);
            --bad: light-dark(#8f1717, #ffb0b0); --bad-back: light-dark(#fdeaea, #421a1a);
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        header { background: #1c3d5a; color: #fff; padding: 1rem 1.5rem; }
        header h1 { margin: 0; font-size: 1.4rem; } header p { margin: .15rem 0 0; color: #dbe7f2; }
        main, #live { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; align-items: start; }
        main { max-width: 96rem; margin: 0 auto; padding: 1.25rem 1.5rem 4rem; }
        #live, .notice, [aria-labelledby=requests] { grid-column: 1 / -1; }
        .card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; min-width: 0; }
        h2 { margin: 0 0 .75rem; font-size: 1.05rem; }
        .notice { margin: 0; background: var(--good-back); color: var(--good); border-left: 5px solid currentColor; border-radius: 10px; padding: .75rem 1rem; font-weight: 600; overflow-wrap: anywhere; }
        dl { margin: 0; } dl > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .75rem; padding: .3rem 0; border-top: 1px solid var(--line); } dl > div:first-child { border-top: 0; }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
        code { font: .875em ui-monospace, "DejaVu Sans Mono", monospace; } .copy { user-select: all; cursor: copy; }
        .hint, .none { color: var(--soft); font-size: .9rem; margin: .5rem 0 0; } a { color: var(--accent); }
        .actions { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; } .actions form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; } .actions .hint { margin: 0; }
        label { display: inline-flex; gap: .5rem; align-items: center; max-width: 100%; min-width: 0; } .wide { flex: 1 1 16rem; }
        input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; padding: .35rem .5rem; min-height: 2.4rem; min-width: 0; max-width: 100%; flex: 0 1 auto; } .wide input { flex: 1; width: 100%; }
        button { font: inherit; font-weight: 600; min-height: 2.4rem; padding: .35rem .9rem; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); cursor: pointer; }
        :focus-visible { outline: 3px solid #d08a2e; outline-offset: 2px; }
        .budget { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: center; margin: .25rem 0; } meter { width: 14rem; max-width: 100%; height: 1.1rem; }
        .scroll { overflow-x: auto; max-height: 34rem; }
        table { width: 100%; border-collapse: collapse; font-size: .925rem; } th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--line); }
        thead th { border-top: 0; color: var(--soft); font-weight: 600; white-space: nowrap; position: sticky; top: 0; background: var(--paper); } tbody th { font-weight: 400; }
        .log td, .log th { min-width: 3.5rem; } .log code { white-space: nowrap; } .verb { font-weight: 700; } .number { text-align: right; font-variant-numeric: tabular-nums; } time, .trace { white-space: nowrap; } .trace { font-size: .75rem; }
        .status, .tag { display: inline-block; padding: 0 .5rem; border-radius: 99px; font-weight: 600; background: var(--good-back); color: var(--good); }
        .status.warn, .tag { background: var(--warn-back); color: var(--warn); } .status.bad { background: var(--bad-back); color: var(--bad); }
        @media (max-width: 60rem) { main, #live { grid-template-columns: minmax(0, 1fr); } }
        @media (max-width: 40rem) {
            main { padding: 1rem .75rem 3rem; } .scroll { max-height: none; } dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
            table, tbody, tr, tbody th, td { display: block; } thead { display: none; } tbody tr { padding: .5rem 0; border-top: 1px solid var(--line); }
            tbody th, td { border: 0; padding: .1rem 0; overflow-wrap: anywhere; } td:empty { display: none; } .number { text-align: left; } .log .number::after { content: " ms"; } .log code { white-space: normal; }
        }
        """;

    public const string Script = """
        const renew = async () => {
            const live = document.getElementById('live');
            const busy = document.hidden || live.contains(document.activeElement) || !getSelection().isCollapsed;
            if (!busy) {
                try {
                    const answer = await fetch('/?live');
                    const text = await answer.text();
                    const places = [...live.querySelectorAll('.scroll')].map(part => [part.scrollLeft, part.scrollTop]);
                    live.innerHTML = text;
                    live.querySelectorAll('.scroll').forEach((part, index) => { if (places[index]) { [part.scrollLeft, part.scrollTop] = places[index]; } });
                } catch { /* The sandbox has stopped: what was there stays to be read. */ }
            }
            setTimeout(renew, 2000);
        };
        setTimeout(renew, 2000);
        """;
}
