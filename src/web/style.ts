// The one stylesheet: readable on a phone, dark and light, nothing from elsewhere.

export const STYLE = `
:root { color-scheme: light dark; --text: #16181c; --soft: #5b6470; --line: #d9dde3; --page: #fff;
  --card: #f6f7f9; --link: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8eaed; --soft: #a8b0bb; --line: #3a3f47; --page: #16181c; --card: #1f2228;
    --link: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.25rem; font: 1rem/1.6 system-ui, 'Apple SD Gothic Neo',
  'Malgun Gothic', 'Noto Sans KR', sans-serif; background: var(--page); color: var(--text);
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
:lang(ko) { word-break: keep-all; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
h2, h3 { scroll-margin-top: 1rem; }
p, ul { margin: .4rem 0; }
.soft { color: var(--soft); }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  margin: .75rem 0; padding: 0; list-style: none; }
.cards > li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem;
  display: flex; flex-direction: column; gap: .3rem; }
/* On white, since most logos are drawn for it. */
.logo { height: 2.25rem; max-width: 7rem; object-fit: contain; background: #fff; border-radius: .35rem; padding: .15rem; }
.mark { width: .8em; height: .8em; border-radius: 50%; box-shadow: 0 0 0 1px var(--line); }
.partner { display: flex; align-items: center; gap: .6rem; }
.partner > * { flex: none; }
.partner > h2 { flex: 0 1 auto; margin: 0; }
section:has(> .partner) { margin-top: 2.25rem; }
.stripe { display: block; width: 100%; height: 4px; border-radius: 2px; margin-top: .6rem; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin: auto 0 0; padding-top: .4rem; }
.actions > a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.button { background: var(--link); color: var(--page); border-radius: .4rem; padding: 0 1.1rem; text-decoration: none;
  font-weight: 600; }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; margin: .5rem 0;
  white-space: pre-wrap; }
nav ul { columns: 2 22rem; gap: 2rem; padding: 0; list-style: none; }
nav li { break-inside: avoid; padding: .15rem 0; }
nav h2 { font-size: 1rem; margin: 1rem 0 .2rem; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
h4 { font-size: .875rem; margin: .8rem 0 .2rem; color: var(--soft); }
dl { margin: .2rem 0; display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: .3rem 1.25rem; }
dt { font-weight: 400; }
dd { margin: 0; }
@media (max-width: 40rem) { dl { display: block; } dd { margin: 0 0 .5rem 1rem; } }
.method { font-weight: 700; margin-inline-end: .25rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--soft); font-size: .9rem; }
`
