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

export async function typesOf(document: object): Promise<string> {
  const nodes = await openapiTS(document as OpenAPI3, { alphabetize: true })
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
