// The description as its page reads it.

export type Content = Record<string, { schema: Schema; example?: object }>

export interface Operation {
  summary: string
  description?: string
  security?: unknown[]
  tags: string[]
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, Answer>
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}

export interface Answer {
  description: string
  content?: Content
  headers?: Record<string, { description?: string }>
}

export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: string[]
  default?: unknown
  format?: string
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

export interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export interface Call {
  method: string
  path: string
  operation: Operation
}

export const callsIn = ({ paths }: Description): Call[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), path, operation },
    })),
  )
