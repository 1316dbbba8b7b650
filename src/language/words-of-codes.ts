// What a language has to say of every code: a catalogue that lacks one does not compile.

import type { FindingCode } from '../intake/finding.ts'
import type { ProblemCode } from '../problem.ts'

export type FindingWords = Record<FindingCode, { message: string; hint: string }>

export type ProblemWords = Record<ProblemCode, { title: string; detail: string }>
