// What the pages of reports add to the public stylesheet: a form for a thumb, of which only those
// fields show that belong to what was chosen.

export const REPORTS_STYLESHEET = '/assets/reports.css'

export const REPORTS_STYLE = `
.report { max-width: 38rem; }
.report fieldset { border: 0; padding: 0; margin: 1.25rem 0; min-width: 0; }
.report legend { font-weight: 650; padding: 0; margin-bottom: .4rem; }
.report .choice { display: flex; align-items: center; gap: .75rem; min-height: 3rem; padding: .35rem .9rem; margin: 0 0 -1px;
  border: 1px solid var(--line); background: var(--raised); cursor: pointer; }
.report .choice:first-of-type { border-radius: .8rem .8rem 0 0; }
.report .choice:last-of-type { border-radius: 0 0 .8rem .8rem; }
.report .choice:has(:checked) { border-color: var(--link); position: relative; z-index: 1; font-weight: 600; }
.report [type=radio] { width: 1.2rem; height: 1.2rem; flex: none; accent-color: var(--link); }
.report .field { margin: 1rem 0; min-width: 0; flex: 1 1 9rem; }
.report .field label { display: block; font-weight: 600; margin-bottom: .25rem; }
.report .field input, .report textarea { width: 100%; min-height: 2.9rem; padding: .5rem .8rem; font: inherit; color: inherit;
  background: var(--page); border: 1px solid var(--soft); border-radius: .6rem; }
.report [aria-invalid] { border-color: var(--warm); border-width: 2px; }
.report .pair { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.report .pair .field { margin-top: 0; }
.report .button { width: 100%; min-height: 3.1rem; font-size: 1.05rem; }
.report:has([name=kind]):not(:has([name=kind]:checked)) :is(.not-time, .not-cancelled, .not-other),
.report:has([name=kind][value=time]:checked) .not-time, .report:has([name=kind][value=cancelled]:checked) .not-cancelled,
.report:has([name=kind][value=other]:checked) .not-other { display: none; }
.wrong { color: var(--warm); font-weight: 600; margin: .25rem 0; }
.refused { border-inline-start: 4px solid var(--warm); background: var(--card); padding: .5rem 1rem; border-radius: 0 .5rem .5rem 0; }
.slip { background: var(--raised); border: 1px solid var(--line); border-radius: 1rem; box-shadow: var(--shadow); padding: .4rem 1.2rem .8rem; margin: 1rem 0; max-width: 44rem; }
.slip dt { color: var(--soft); font-size: .9rem; }
.slip dd { margin: 0 0 .5rem; white-space: pre-line; }
.slip del { color: var(--soft); }
.slip ins { text-decoration: none; font-weight: 600; }
.standing { font-size: 1.1rem; font-weight: 650; }
.standing.accepted { color: var(--ok); }
.standing.rejected { color: var(--late); }
`
