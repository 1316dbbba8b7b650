// How the element looks on somebody else's page: its own colours, their font. A page may set
// --kalends-link, --kalends-text, --kalends-page and style its parts.

const DARK =
  '--text: var(--kalends-text, #e8eaed); --soft: #a8b0bb; --line: #3a3f47; --page: var(--kalends-page, #16181c); --link: var(--kalends-link, #8ab4f8); --warm: #f2a59f; --late: #f0be7a; color-scheme: dark;'

export const EMBED_STYLE = `
:host { display: block; contain: content; --text: var(--kalends-text, #16181c); --soft: #5b6470; --line: #d9dde3;
  --page: var(--kalends-page, #fff); --link: var(--kalends-link, #0b57d0); --warm: #b3261e; --late: #8a5000; color-scheme: light; }
:host([hidden]) { display: none; }
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) { ${DARK} } }
:host([theme=dark]) { ${DARK} }
:host([view=button]) { display: inline-block; contain: none; }
* { box-sizing: border-box; }
.box { background: var(--page); color: var(--text); border: 1px solid var(--line); border-top: 4px solid var(--kalends-mark, var(--line));
  border-radius: .6rem; padding: .9rem 1.1rem; font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; text-align: start; }
.box:lang(ko) { word-break: keep-all; }
:host([view=button]) .box { border: 0; padding: 0; background: none; color: inherit; }
:host([view=button]) a:not(.button) { color: inherit; }
p { margin: 0; }
.name { font-weight: 700; font-size: 1.1rem; }
.soft, time { color: var(--soft); font-size: .9rem; }
ol { list-style: none; margin: .4rem 0 0; padding: 0; }
li { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr); gap: 0 1rem; padding: .55rem 0; border-top: 1px solid var(--line); }
@container (max-width: 26rem) { li { grid-template-columns: minmax(0, 1fr); } }
.list { container-type: inline-size; }
.title { font-weight: 600; }
.off .title { text-decoration: line-through; }
strong { font-size: .85rem; color: var(--late); }
strong.cancelled, strong.soldOut { color: var(--warm); }
.ways { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding-top: .5rem; }
a { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--link); text-underline-offset: .15em; }
.button { background: var(--link); color: var(--page); border-radius: .5rem; padding: 0 1.1rem; font-weight: 600; text-decoration: none; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
`
