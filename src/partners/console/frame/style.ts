// What the console adds to the one stylesheet: a bar, forms, rows; large enough for a thumb.

export const CONSOLE_STYLE = `
.console { padding-top: 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .5rem 1rem; z-index: 1; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding: .6rem 0;
  margin-bottom: 1.5rem; border-bottom: 1px solid var(--line); }
.bar p { margin: 0; }
.brand { font-weight: 700; display: flex; flex-wrap: wrap; align-items: center; gap: 0 .5rem; }
.brand span { font-weight: 400; color: var(--soft); margin-inline-start: .4rem; }
.brand a { color: inherit; text-decoration: none; }
.bar nav ul { columns: auto; display: flex; flex-wrap: wrap; gap: 0 .25rem; margin: 0; }
.bar nav a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 .6rem;
  text-decoration: none; border-bottom: 2px solid transparent; }
.bar nav a[aria-current] { border-color: var(--link); font-weight: 600; }
.who { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-inline-start: auto; }
main:focus { outline: none; }
label { display: block; font-weight: 600; margin: .9rem 0 .25rem; }
input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea { width: 100%; min-height: 2.75rem; padding: .4rem .7rem;
  font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: .4rem; }
button, button.button { min-height: 2.75rem; padding: 0 1.1rem; font: inherit; font-weight: 600; color: var(--link);
  background: transparent; border: 1px solid var(--link); border-radius: .4rem; cursor: pointer; }
button.button { color: var(--page); background: var(--link); }
button.quiet { border-color: transparent; padding: 0 .4rem; font-weight: 400; text-decoration: underline;
  text-underline-offset: .15em; }
.panel { max-width: 30rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: 1rem 1.25rem 1.25rem; }
.panel > button { margin-top: 1.1rem; }
.panel details { margin-top: 1rem; }
summary { min-height: 2.75rem; display: list-item; align-content: center; cursor: pointer; color: var(--link); }
.wrong { border-inline-start: 4px solid #c5221f; padding: .1rem .8rem; font-weight: 600; }
.done { border-inline-start: 4px solid #188038; padding: .1rem .8rem; }
.cards h2 { margin: 0; font-size: 1.1rem; }
.cards dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .9rem; }
.cards dt { color: var(--soft); }
.count { display: inline-block; min-width: 1.5em; text-align: center; border-radius: 1em; padding: 0 .4em; margin-inline-start: .35em;
  font-size: .8rem; background: var(--link); color: var(--page); }
.lines { white-space: pre-line; }
.waiting { align-self: start; font-weight: 600; border: 1px solid var(--link); border-radius: 1rem; padding: 0 .7rem; }
.rows { list-style: none; padding: 0; }
.rows > li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .3rem 1rem;
  padding: .5rem 0; border-bottom: 1px solid var(--line); }
.doings { display: flex; flex-wrap: wrap; gap: .5rem; }
.doings form { display: flex; gap: .4rem; }
.doings select { width: auto; }
.tick { font-weight: 400; display: flex; gap: .5rem; align-items: baseline; }
.log { list-style: none; padding: 0; }
.log > li { border-top: 1px solid var(--line); padding: .6rem 0; }
.log p { margin: .1rem 0; }
.after { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--soft); font-weight: 600; font-size: .9rem; }
`
