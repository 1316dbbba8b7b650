// The stylesheets of the frame and of the page that offers it.

const DARK =
  '--text: #e8eaed; --soft: #a8b0bb; --line: #3a3f47; --page: #16181c; --link: #8ab4f8; --warm: #f2a59f; --late: #f0be7a; --ok: #86d69b; color-scheme: dark;'

export const FRAME_STYLE = `
:root { --text: #16181c; --soft: #5b6470; --line: #d9dde3; --page: #fff; --link: #0b57d0; --warm: #b3261e;
  --late: #8a5000; --ok: #146c2e; color-scheme: light; }
@media (prefers-color-scheme: dark) { :root:not(:has(.light)) { ${DARK} } }
:root:has(.dark) { ${DARK} }
* { box-sizing: border-box; }
html { background: var(--page); }
body { margin: 0; padding: .5rem .75rem; font: 1rem/1.5 system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif;
  background: var(--page); color: var(--text); overflow-wrap: anywhere; }
:lang(ko) { word-break: keep-all; }
h1 { font-size: 1.1rem; line-height: 1.4; margin: 0; }
p { margin: 0; }
.soft, time { color: var(--soft); font-size: .9rem; }
ol { list-style: none; margin: .4rem 0 0; padding: 0; }
li { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr); gap: 0 1rem; padding: .55rem 0; border-top: 1px solid var(--line); }
@media (max-width: 30rem) { li { grid-template-columns: minmax(0, 1fr); } }
a { color: var(--link); text-underline-offset: .15em; }
li .title { color: var(--text); font-weight: 600; }
.ways { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding-top: .5rem; }
.ways a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.ways .button { background: var(--link); color: var(--page); border-radius: .5rem; padding: 0 1.1rem; font-weight: 600; text-decoration: none; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
[class^=mark-] { font-size: .85rem; color: var(--late); }
.mark-cancelled, .mark-soldOut { color: var(--warm); }
.mark-now { color: var(--ok); }
.off .title { text-decoration: line-through; }
`

export const EMBED_PAGE_STYLE = `
.choices { display: grid; gap: .75rem 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); align-items: end; margin: 1rem 0; }
.choices label { font-size: .85rem; font-weight: 600; color: var(--soft); }
.choices input, .choices select { display: block; width: 100%; min-height: 2.75rem; margin-top: .2rem; padding: .4rem .8rem;
  font: 400 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); border: 1px solid var(--soft); border-radius: .6rem; }
.choices .button { cursor: pointer; }
.snippet textarea { display: block; width: 100%; padding: .75rem; font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: .5rem; resize: vertical; white-space: pre-wrap; overflow-wrap: anywhere; }
.snippet button { margin-top: .5rem; }
`
