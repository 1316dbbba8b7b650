// What anybody writes, as it can be kept and shown everywhere.

/** Also the three that Unicode calls line ends, at which some clients break a line. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Every line end as \n, no other control character but TAB, no half of a surrogate pair. */
export const clean = (text: string): string =>
  text.toWellFormed().replace(LINE_ENDS, '\n').replace(CONTROLS, '')
