// What the pages of personal feeds add to the one stylesheet: forms and rows for a thumb.

export const MY_STYLE = `
.my { --tint: #e8f0fe; --wrong: #b3261e; --good: #146c2e; }
@media (prefers-color-scheme: dark) { .my { --tint: #22304a; --wrong: #f2b8b5; --good: #7fd69a; } }
.my h1 { margin: .1rem 0 .8rem; }
.my label { display: block; }
.my input:not([type=hidden], [type=checkbox], [type=radio]), .my select, .my textarea { width: 100%; min-height: 2.75rem;
  padding: .4rem .7rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: .4rem; }
.my textarea { min-height: 5.5rem; }
.my button, .my a.button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .3rem 1.1rem;
  font: inherit; font-weight: 600; line-height: 1.3; text-decoration: none; color: var(--link); background: transparent;
  border: 1px solid var(--link); border-radius: .5rem; cursor: pointer; }
.my button.main, .my a.button { color: var(--page); background: var(--link); }
.my a.button.second { color: var(--link); background: transparent; }
.my button.wide { width: 100%; margin-top: 1rem; }
.my button.danger { color: var(--page); background: var(--wrong); border-color: var(--wrong); }
.field { margin: 1rem 0; }
.field > label, .field > .name { font-weight: 600; margin-bottom: .25rem; }
.hint { color: var(--soft); font-size: .9rem; }
.error { color: var(--wrong); font-weight: 600; }
[aria-invalid=true] { border: 2px solid var(--wrong) !important; }
.my fieldset { border: 1px solid var(--line); border-radius: .8rem; margin: 1rem 0; padding: .25rem 1rem 1rem; min-width: 0; }
.my fieldset fieldset { border: 0; padding: 0; margin: .9rem 0 0; }
.my legend { padding: 0 .35rem; }
.my fieldset fieldset legend { padding: 0; font-weight: 600; }
.my legend h2 { margin: 0; font-size: 1.1rem; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; margin: .4rem 0 0; }
.chips label, .choice { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: .3rem .8rem;
  border: 1px solid var(--line); border-radius: .5rem; background: var(--page); cursor: pointer; }
.chips label:has(:checked), .my label.choice:has(:checked) { border-color: var(--link); background: var(--tint); }
.chips label:focus-within, .choice:focus-within { outline: 3px solid var(--link); outline-offset: 2px; }
.chips input, .choice input { accent-color: var(--link); width: 1.15rem; height: 1.15rem; flex: none; margin: 0; }
.chips small { color: var(--soft); font-size: .85rem; }
.my label.choice { display: flex; margin: .5rem 0 0; }
.my label.choice small { display: block; color: var(--soft); }
.my form:not(:has([name=alarms][value=own]:checked)) .own-alarms { display: none; }
.my form:not(:has([name=remind][value=own]:checked)) .own-reminders { display: none; }
.reminders { border-top: 1px solid var(--line); margin-top: .9rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr)); gap: 0 .75rem; align-items: end; }
.my summary h2, .my summary h3 { display: inline; margin: 0; font-size: 1.1rem; }
.my fieldset details { border-top: 1px solid var(--line); margin-top: .9rem; }
.calendars { display: grid; gap: 0 .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
.fresh { list-style: none; padding: 0; }
.memo { white-space: pre-wrap; }
.works { color: var(--good); font-size: .9rem; }
.keep { margin-top: .6rem; }
.my fieldset > button { margin: .6rem 0 0; }
.my .beside > h3 { margin-top: 1rem; }
.rows code { overflow-wrap: anywhere; color: var(--soft); }
.many { max-height: 19rem; overflow-y: auto; padding: .3rem; margin: .1rem -.3rem 0; }
.note, .done, .trouble { border-radius: .6rem; padding: .7rem 1rem; margin: 1rem 0; background: var(--card); border: 1px solid var(--line); }
.done { border-color: var(--good); border-inline-start-width: 5px; }
.trouble { border-color: var(--wrong); border-inline-start-width: 5px; }
.note p, .done p, .trouble p { margin: .15rem 0; }
.trouble a { color: inherit; }
.rows { list-style: none; margin: .5rem 0; padding: 0; }
.rows > li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .3rem 1rem;
  padding: .6rem 0; border-bottom: 1px solid var(--line); }
.rows .what { flex: 1 1 12rem; min-width: 0; }
.rows .what > * { display: block; }
.rows .what > a { display: inline-flex; align-items: center; min-height: 2.75rem; font-weight: 600; }
.rows .when { color: var(--soft); font-size: .9rem; }
.rows form { flex: none; }
.doings { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0; }
.doings > * { flex: none; }
.big { display: grid; gap: .6rem; margin: .8rem 0; }
.big button { width: 100%; min-height: 3.25rem; }
.fact { font-size: 1.15rem; margin: .2rem 0; }
.status { font-weight: 700; }
.my summary { min-height: 2.75rem; align-content: center; cursor: pointer; color: var(--link); font-weight: 600; }
.my details { border-top: 1px solid var(--line); }
.my details > :not(summary) { margin-bottom: 1rem; }
#preview { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: .25rem 1rem 1rem; margin: 1rem 0; }
#preview h2 { margin: .75rem 0 .25rem; font-size: 1.1rem; }
#preview .count { font-size: 1.3rem; font-weight: 700; margin: .2rem 0 .6rem; }
#preview ol { list-style: none; margin: 0; padding: 0; }
#preview li { border-top: 1px solid var(--line); padding: .45rem 0; }
#preview li > * { display: block; }
#preview.waiting { opacity: .6; }
.finish { position: sticky; bottom: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; background: var(--page);
  border-top: 1px solid var(--line); padding: .7rem 0; margin-top: 1rem; }
.finish .main { flex: 1 1 10rem; }
.scripted .without { display: none; }
@media (min-width: 60rem) {
  .builder { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.5rem; align-items: start; }
  .builder > #preview { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
`
