// What the pages for everybody add to the one stylesheet: a bar, calendars as cards, days as a list
// and as a month, and the ways to subscribe.

export const PUBLIC_STYLE = `
:root { --accent: var(--link); --warm: #b3261e; --ok: #146c2e; --late: #8a5000; --raised: #fff;
  --shadow: 0 1px 2px rgb(20 28 40 / .06), 0 4px 16px rgb(20 28 40 / .05); }
@media (prefers-color-scheme: dark) {
  :root { --warm: #f2a59f; --ok: #86d69b; --late: #f0be7a; --raised: #22262d; --shadow: none; }
}
body { padding: 0 max(1.25rem, env(safe-area-inset-left)) 2rem; max-width: 68rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .6rem 1rem; z-index: 1; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.1rem; min-height: 3.5rem; border-bottom: 1px solid var(--line); }
.top a { display: inline-flex; align-items: center; min-height: 2.75rem; text-decoration: none; color: var(--soft); }
.top a:hover { color: var(--text); text-decoration: underline; }
.top .brand { font-weight: 750; font-size: 1.15rem; letter-spacing: -.01em; color: var(--text); }
.top nav { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
@media (max-width: 26rem) { .top, .top nav { gap: 0 .8rem; } }
.top .language { margin-inline-start: auto; }
main:focus { outline: none; }
h1 { font-size: clamp(1.65rem, 1.2rem + 2vw, 2.3rem); letter-spacing: -.02em; margin: 0; }
h2 { letter-spacing: -.01em; }
.hero { padding: 1.75rem 0 .5rem; }
.hero p { max-width: 44rem; }
.hero > p { font-size: 1.05rem; }
.hero .stripe { margin: .6rem 0 .9rem; }
.hero > .trail { font-size: .95rem; }
.hero.front { margin-top: 1.25rem; padding: 2rem clamp(1.1rem, 4vw, 2.75rem) 1.25rem; border: 1px solid var(--line); border-radius: 1.25rem;
  background: radial-gradient(90% 170% at 100% 0, color-mix(in srgb, var(--link) 18%, transparent), transparent 70%) var(--card); }
.trail { margin: 0; font-size: .95rem; }
.trail a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.titled { display: flex; align-items: center; gap: .8rem; margin-bottom: .5rem; }
.titled .logo { height: 3.25rem; max-width: 9rem; }
.titled > * { flex: none; }
.titled > h1, .titled > h2 { flex: 0 1 auto; }
.note { border-inline-start: 4px solid var(--late); background: var(--card); border-radius: 0 .5rem .5rem 0;
  padding: .5rem 1rem; margin: 1rem 0; }
.cards { gap: 1rem; }
.cards > li { background: var(--raised); border-radius: .9rem; box-shadow: var(--shadow); padding: 1.1rem 1.2rem; position: relative; }
.cards > li:focus-within, .cards > li:hover { border-color: var(--link); }
.cards h3 { font-size: 1.1rem; line-height: 1.35; }
.cards h3 a { color: var(--text); text-decoration: none; }
.cards h3 a::after { content: ''; position: absolute; inset: 0; border-radius: .9rem; }
.cards h3 a:focus-visible { outline: none; }
.cards h3 a:focus-visible::after { outline: 3px solid var(--link); outline-offset: 2px; }
.cards .from { display: flex; align-items: center; gap: .45rem; font-size: .9rem; color: var(--soft); }
.cards .from .logo { height: 1.5rem; max-width: 4.5rem; }
.cards .clip { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.cards .foot { margin: auto 0 0; padding-top: .35rem; font-size: .9rem; color: var(--soft); }
.chip { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .65rem; font-size: .85rem; color: var(--soft); background: var(--card); }
.search, .filters { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem .75rem; margin: 1rem 0; }
.search label, .filters label { display: block; font-size: .85rem; font-weight: 600; color: var(--soft); }
.search .words { flex: 1 1 15rem; }
.search input, .search select, .filters select, .copy input { min-height: 2.75rem; padding: .4rem .8rem; font: inherit;
  color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: .6rem; }
.search input, .search select { width: 100%; }
.search > div:not(.words) { flex: 1 1 7rem; max-width: 15rem; }
.search select, .filters select { max-width: 15rem; }
button { min-height: 2.75rem; padding: 0 1.1rem; font: inherit; font-weight: 600; color: var(--link);
  background: transparent; border: 1px solid var(--link); border-radius: .6rem; cursor: pointer; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; border-radius: .6rem; border: 1px solid var(--link); text-align: center; }
button.button { background: var(--link); color: var(--page); }
.button.second { background: transparent; color: var(--link); }
.further { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.more { display: inline-flex; align-items: center; min-height: 2.75rem; }
.aside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; }
@media (min-width: 60rem) { .aside { grid-template-columns: minmax(0, 1fr) 21rem; align-items: start; }
  .aside > .beside { grid-column: 2; grid-row: 1 / span 2; } }
.beside { background: var(--raised); border: 1px solid var(--line); border-radius: 1rem; box-shadow: var(--shadow);
  padding: 1.1rem 1.25rem; margin: 1.25rem 0 .5rem; }
.beside h2 { margin: 0 0 .6rem; }
.subscribe .first-way { margin: 0 0 .4rem; }
.subscribe .soft + .first-way { margin-top: .9rem; }
.subscribe .first-way .button { width: 100%; min-height: 3.1rem; font-size: 1.05rem; }
.subscribe .soft { font-size: .92rem; }
.told { border-inline-start: 4px solid var(--late); padding: .1rem .8rem; font-size: .95rem; }
.address { margin-top: .9rem; }
.address label { font-size: .85rem; font-weight: 600; color: var(--soft); }
.copy { display: flex; gap: .5rem; }
.copy input { flex: 1 1 auto; min-width: 0; font-size: .95rem; }
.copy button { flex: none; }
details { border-top: 1px solid var(--line); }
summary { min-height: 2.75rem; padding: .25rem 0; display: list-item; align-content: center; cursor: pointer; font-weight: 600; }
details[open] { padding-bottom: .8rem; }
.ways { list-style: none; padding: 0; margin: 0; }
.ways > li { padding: .35rem 0 .6rem; }
.ways .button { width: 100%; margin-bottom: .25rem; }
.qr { width: 100%; max-width: 11rem; border-radius: .5rem; border: 1px solid var(--line); }
.qr-beside { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
.scroll { overflow-x: auto; }
.delays { font-size: .92rem; line-height: 1.45; display: block; }
.delays > div { border-bottom: 1px solid var(--line); padding: .5rem 0; }
.delays dt { font-weight: 600; }
.delays dd { margin: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.events, .log, .dates, .links, .titles { list-style: none; padding: 0; margin: 0; }
.events > li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
.events > li:last-child { border-bottom: 0; }
@media (min-width: 60rem) { .week { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3rem; } .week > li:nth-last-child(2):nth-child(odd) { border-bottom: 0; } }
.events small { display: block; }
.my-time { color: var(--text); font-weight: 600; white-space: nowrap; }
.events time { font-variant-numeric: tabular-nums; color: var(--soft); }
.events p { margin: 0; font-size: .92rem; }
.title { font-weight: 600; color: var(--text); text-decoration: none; }
.title:hover { text-decoration: underline; }
.past .title, .past time { color: var(--soft); font-weight: 500; }
.off .title { text-decoration: line-through; color: var(--soft); }
.result { font-weight: 650; color: var(--text); }
.agenda > section { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; border-top: 1px solid var(--line); padding: .35rem 0; scroll-margin-top: 1rem; }
.agenda .events > .long { grid-template-columns: minmax(0, 1fr); }
.over { border-bottom: 1px solid var(--line); }
.agenda h3 { padding-top: .6rem; font-size: 1rem; }
.agenda .events > li { grid-template-columns: 8rem minmax(0, 1fr); }
.agenda .today h3 { color: var(--link); }
@media (max-width: 40rem) {
  .events > li { grid-template-columns: minmax(0, 1fr); }
  .agenda .events > li:not(.long) { grid-template-columns: 5.2rem minmax(0, 1fr); gap: 0 .6rem; padding: .35rem 0 .6rem; }
  .agenda > section { grid-template-columns: minmax(0, 1fr); }
  .agenda .my-time { white-space: normal; }
}
.next { background: var(--raised); border: 1px solid var(--line); border-radius: 1rem; padding: .3rem 1.2rem; box-shadow: var(--shadow); }
[class^=mark-], [class^=kind-] { display: inline-block; font-size: .82rem; line-height: 1.5; font-weight: 650; border-radius: .4rem; padding: 0 .45rem; border: 1px solid currentColor; margin-inline-end: .2rem; color: var(--soft); }
.mark-cancelled, .kind-cancelled, .kind-removed { color: var(--warm); }
.mark-postponed, .mark-moved, .kind-postponed, .kind-moved { color: var(--late); }
.mark-now, .kind-new, .kind-revived { color: var(--ok); }
.marks { margin: 0; }
.marks:empty { display: none; }
.toolbar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem 1rem; }
.months { display: flex; align-items: center; gap: .25rem; }
.months strong { min-width: 6.5rem; text-align: center; font-size: 1.1rem; }
.months a { display: inline-flex; align-items: center; justify-content: center; width: 2.75rem; height: 2.75rem; border-radius: .6rem; border: 1px solid var(--line); text-decoration: none; font-size: 1.3rem; line-height: 1; }
.switch { display: inline-flex; border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
.switch a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 .8rem; text-decoration: none; }
.switch a[aria-current] { background: var(--link); color: var(--page); font-weight: 600; }
.narrow { border: 0; }
.narrow[open] { padding-bottom: 0; }
.narrow .filters { margin: 0 0 .75rem; }
.month { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5rem 0 1.25rem; }
.month th { font-size: .85rem; font-weight: 600; color: var(--soft); padding: .3rem 0; }
.month td { border: 1px solid var(--line); vertical-align: top; height: 6.2rem; padding: .2rem .3rem; }
.month .other { background: var(--card); }
.month .day { display: flex; align-items: center; gap: .3rem; min-height: 1.75rem; font-weight: 600; font-size: .9rem; color: var(--text); text-decoration: none; }
.month .today .day { color: var(--link); text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 2px; }
.month tr > :first-child, .month tr > :first-child .day { color: var(--warm); }
.month tr > :last-child, .month tr > :last-child .day { color: var(--link); }
.month .titles li { color: var(--text); }
.month .titles li { font-size: .8rem; line-height: 1.35; padding: .1rem 0; }
.month .titles a { color: inherit; text-decoration: none; }
.month .titles .off a { text-decoration: line-through; color: var(--soft); }
.month .titles a:hover { text-decoration: underline; }
.month .dots { display: none; }
@media (max-width: 44rem) {
  .month .titles { display: none; }
  .month td { height: 3.4rem; padding: 0; }
  .month .day { flex-direction: column; justify-content: center; gap: .1rem; min-height: 3.2rem; font-weight: 500; }
  .month .dots { display: inline-block; min-width: 1.25rem; border-radius: 1rem; background: var(--link); color: var(--page); font-size: .72rem; line-height: 1.25rem; font-weight: 700; text-align: center; }
}
.log > li { border-top: 1px solid var(--line); padding: .7rem 0; }
.log p { margin: .1rem 0; }
.line del { color: var(--soft); }
.line ins { text-decoration: none; font-weight: 600; }
.facts { grid-template-columns: 7rem minmax(0, 1fr); gap: .55rem 1.25rem; margin: 1.25rem 0; }
.facts dt { color: var(--soft); }
.facts .links li { min-height: 2.75rem; }
.told-text { white-space: pre-line; max-width: 44rem; }
.doings { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin: 1.25rem 0; }
.app-way { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin: 1.5rem 0 0; }
.app-way .button { flex: 0 1 auto; min-height: 2.75rem; padding-block: .3rem; }
.app-way .soft { flex: 1 1 18rem; }
.build { margin: 1rem 0 .25rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.build .button { width: 100%; }
.faces { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.faces h3 { display: flex; align-items: center; gap: .6rem; font-size: 1rem; }
.faces .stripe { margin-top: auto; }
@media print { .top nav, .language, .search, .toolbar, .narrow, .doings, .further, .build, .build + .soft, .subscribe > :not(.fold):not(.address), .copy button, footer { display: none; } }
`
