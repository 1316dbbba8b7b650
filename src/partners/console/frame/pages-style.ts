// What a calendar's pages in the console add to the stylesheets: tabs, forms, differences.

export const PAGES_STYLE = `
.crumbs { margin: 0; font-size: .9rem; }
nav.tabs ul { columns: auto; display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-bottom: 1px solid var(--line); margin: .25rem 0 1rem; }
nav.tabs li { padding: 0; }
nav.tabs a { display: inline-flex; align-items: center; min-height: 2.75rem; text-decoration: none; }
nav.tabs a[aria-current] { font-weight: 700; color: var(--text); box-shadow: inset 0 -3px var(--link); }
form.stack { display: grid; gap: .9rem; max-width: 44rem; }
form.stack.wide { grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); max-width: none; align-items: end; }
form.stack.wide fieldset, form.stack.wide .actions, form.stack.wide label:has(textarea) { grid-column: 1 / -1; }
form.stack.wide > details { grid-column: 1 / -1; }
details.rare > .inner { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); align-items: end; }
details.rare fieldset, details.rare label:has(textarea) { grid-column: 1 / -1; }
form.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .75rem 0; }
form.inline { display: inline-block; margin: .4rem .6rem .4rem 0; }
td:first-child, td:nth-child(2) { white-space: nowrap; }
label.box, label:has(> input[type=radio]), label:has(textarea) { font-weight: 400; margin: 0; }
input[type=file] { font-weight: 400; }
[hidden] { display: none !important; }
input, select, textarea { font-weight: 400; }
form.stack:not(.wide) { grid-template-columns: minmax(0, 1fr); }
fieldset { min-inline-size: 0; }
fieldset > label { grid-template-columns: minmax(0, 1fr); }
input[type=datetime-local] { min-width: 0; }
form.stack label, form.row label { display: grid; gap: .2rem; margin: 0; }
form.row input { width: auto; }
button:disabled { opacity: .6; cursor: progress; }
th { font-weight: 600; }
tbody th { color: inherit; font-size: 1rem; font-weight: 400; }
.actions > button { margin: 0; }
label.box, fieldset label:has(input[type=radio]) { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.75rem; margin-inline-end: 1rem; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem .7rem; margin: 0; }
fieldset label:has(input[type=radio]) { display: flex; }
legend { font-weight: 600; padding: 0 .3rem; }
input[size] { width: auto !important; }
input[type=radio], input[type=checkbox] { width: 1.2rem; height: 1.2rem; accent-color: var(--link); flex: none; }
button.danger { background: #b3261e; border-color: #b3261e; color: #fff; }
.button { display: inline-flex; align-items: center; min-height: 2.75rem; }
.drop { border: 2px dashed var(--line); border-radius: .6rem; padding: 1rem; }
.drop.over { border-color: var(--link); background: var(--card); }
td input:not([type=checkbox]) { min-width: 9rem; }
.tiles { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem; }
.tiles strong { font-size: 1.3rem; display: block; line-height: 1.2; }
.tiles .zero { color: var(--soft); }
.tiles .refused:not(.zero), .tiles .questions:not(.zero), .tiles .cancelled:not(.zero) { border-color: #b3261e; border-width: 2px; }
.status { border-inline-start: 4px solid var(--link); background: var(--card); padding: .6rem .9rem; }
.status.refused, .soon, .guard { border-inline-start: 4px solid #b3261e; }
.soon, .guard { background: var(--card); padding: .5rem .9rem; margin: .75rem 0; }
ul.status { list-style-position: inside; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; white-space: nowrap; }
.changes { list-style: none; padding: 0; }
.changes > li { border-bottom: 1px solid var(--line); padding: .35rem 0; }
.changes p { margin: 0; }
.title { font-weight: 600; }
.fields { margin: .2rem 0 .4rem 1rem; font-size: .94rem; grid-template-columns: minmax(4rem, 8rem) 1fr; }
form.stack label.box { display: inline-flex; align-self: end; }
fieldset > label { margin-top: .6rem; }
del { color: var(--soft); }
ins { text-decoration: none; font-weight: 600; }
form.stack .field label { margin-bottom: .2rem; }
.field p { margin: .2rem 0; font-size: .92rem; }
fieldset.bare { display: grid; gap: .9rem; border: 0; padding: 0; }
fieldset > .field { margin-top: .6rem; }
fieldset.bare > .field { margin-top: 0; }
.pair { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
input[type=color] { width: 4rem !important; padding: .2rem !important; }
.sources { list-style: none; padding: 0; display: grid; gap: .75rem; }
.source { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .75rem 1rem; }
.source.failing { border-inline-start: 4px solid #b3261e; }
.source h2 { font-size: 1rem; margin: 0; word-break: break-all; }
.source dt { color: var(--soft); }
.source .status { background: var(--page); }
form.after { margin-top: 1rem; }
.logo.large { height: 4.5rem; max-width: 100%; border: 1px solid var(--line); padding: .4rem; }
.findings { padding-inline-start: 1.2rem; }
progress { width: 100%; max-width: 20rem; accent-color: var(--link); }
@media (max-width: 40rem) {
  .mend thead, .match thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .mend tr { display: grid; grid-template-columns: auto 1fr auto; gap: .2rem .8rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .mend td { border: 0; padding: 0; align-self: center; }
  .mend td:nth-child(3) { grid-column: 1 / -1; }
  .mend td:nth-child(4) { grid-column: 1 / 3; }
  .match tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .match th, .match td { display: block; border: 0; padding: 0; white-space: normal; }
  .match tbody th { font-weight: 600; }
  .mend [data-label]::before { content: attr(data-label) ' '; color: var(--soft); font-size: .875rem; }
}
`
