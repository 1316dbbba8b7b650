// What the doctor's page adds to the stylesheet of the public pages.

export const DOCTOR_STYLE = `
.ask { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: 1rem 0 .5rem; }
.ask label { flex: 1 1 20rem; font-size: .85rem; font-weight: 600; color: var(--soft); }
.ask input { display: block; width: 100%; min-height: 2.9rem; margin-top: .2rem; padding: .4rem .8rem; font: 400 1rem/1.5 system-ui, sans-serif;
  color: var(--text); background: var(--page); border: 1px solid var(--soft); border-radius: .6rem; }
.ask .button { min-height: 2.9rem; cursor: pointer; }
.health { border: 1px solid var(--line); border-inline-start: .5rem solid var(--mark); border-radius: .6rem;
  background: var(--card); padding: .8rem 1.1rem; margin: 1.25rem 0; }
.health h2 { margin: 0; }
.healthy, .well { --mark: var(--ok); }
.hurts, .impaired { --mark: var(--late); }
.breaks, .broken { --mark: var(--warm); }
.note-finding { --mark: var(--soft); }
.programs { list-style: none; padding: 0; margin: .5rem 0; border-top: 1px solid var(--line); }
.programs > li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .55rem 0; border-bottom: 1px solid var(--line); }
.programs .message { grid-column: 1 / -1; grid-row: 2; }
.programs .state { grid-row: 1; grid-column: 2; }
@media (min-width: 45rem) { .programs > li { grid-template-columns: 15rem 1fr 5rem; align-items: baseline; }
  .programs .message { grid-column: 2; grid-row: 1; } .programs .state { grid-column: 3; grid-row: 1; justify-self: end; } }
.state { color: var(--mark); font-weight: 700; font-size: .9rem; }
.finding { border: 1px solid var(--line); border-top: .25rem solid var(--mark); border-radius: .6rem; padding: .8rem 1.1rem; margin: 1rem 0; }
.finding h3 { font-size: 1.05rem; line-height: 1.45; }
.finding h4 { margin: .7rem 0 .1rem; }
.finding p { margin: .1rem 0; }
.weight { color: var(--mark); font-weight: 700; }
.places { margin: .6rem 0; padding: 0; list-style: none; }
.places code { display: block; background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
  padding: .35rem .6rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.sufferers { margin: .1rem 0; padding-inline-start: 1.1rem; }
.answers { border-collapse: collapse; font-size: .9rem; width: 100%; }
.answers th, .answers td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
`
