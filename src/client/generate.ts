// The types of every call, made from the API's description: the same description, the same bytes.

import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const HEAD =
  '// The types of every call. Made by `npm run client` from /v1/openapi.json: not to be edited.'

/** What says that there is nothing, or anything: two thirds of all lines. */
const EMPTY = [
  /^ *(?:get|put|post|delete|options|head|patch|trace|query|header|path|cookie|requestBody)\?: never;\n/gm,
  /^ *headers: \{\n *\[name: string\]: unknown;\n *\};\n/gm,
  /^ *parameters: \{\n *\};\n/gm,
]

/** Four lines, for each status of each call. */
const ONE_PROBLEM =
  /\{\n *content: \{\n *"application\/problem\+json": components\["schemas"\]\["Problem"\];\n *\};\n *\}/g
const NOTHING = /\{\n *content\?: never;\n *\}/g

interface Document extends Pick<OpenAPI3, 'openapi' | 'info'> {
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  operationId?: string
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<string, { headers?: object }>
}

/** Calls are named by their paths here, headers read as they come, problems thrown, examples on the page. */
function withoutNames(document: Document): Document {
  const copy = structuredClone(document)
  for (const operation of Object.values(copy.paths).flatMap((item) => Object.values(item))) {
    delete operation.operationId
    for (const body of Object.values(operation.requestBody?.content ?? {})) delete body.example
    delete operation.responses.default
    for (const answer of Object.values(operation.responses)) delete answer.headers
  }
  return copy
}

export async function typesOf(document: Document): Promise<string> {
  const nodes = await openapiTS(withoutNames(document) as object as OpenAPI3, { alphabetize: true })
  const whole = EMPTY.reduce((text, empty) => text.replace(empty, ''), astToString(nodes))
    .replace(ONE_PROBLEM, 'problem')
    .replace(NOTHING, 'nothing')
    .replace(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4))
  return `${HEAD}

interface problem {
	content: { "application/problem+json": components["schemas"]["Problem"] };
}
interface nothing {
	content?: never;
}

${whole}`
}
