// The one stylesheet: readable on a phone, dark and light, nothing from elsewhere.

export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #3a3f47); --soft: light-dark(#5b6470, #a8b0bb);
  --page: light-dark(#fff, #16181c); --card: light-dark(#f6f7f9, #1f2228); --link: light-dark(#0b57d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.25rem; font: 1rem/1.6 system-ui, 'Apple SD Gothic Neo',
  'Malgun Gothic', 'Noto Sans KR', sans-serif; background: var(--page); color: light-dark(#16181c, #e8eaed); }
a { color: var(--link); }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
p, ul { margin: .4rem 0; }
.soft { color: var(--soft); }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); padding: 0; list-style: none; }
.cards > li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem;
  display: flex; flex-direction: column; gap: .3rem; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin-top: auto; padding-top: .4rem; }
.button { background: var(--link); color: var(--page); border-radius: .4rem; padding: .3rem .8rem; text-decoration: none; }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { text-align: start; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
.method { font-weight: 700; margin-inline-end: .5rem; }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
`
