// The file in a request's body: raw, or a part of a form.

import { MAX_UPLOAD_BYTES } from '../../intake/limits.ts'
import { Problem } from '../../problem.ts'
import { readBody } from '../../web/body.ts'

/** Room for a multipart body's own lines. */
export const MULTIPART_OCTETS = 64 * 1024

/** Said by none that sends a table; many that do send one say nothing, or a form's type. */
const NO_SCHEDULE = /^(?:text\/html|application\/xhtml\+xml)\b/i

export interface GivenFile {
  bytes: Uint8Array
  filename: string | null
}

export async function givenFile(request: Request): Promise<GivenFile> {
  const type = request.headers.get('content-type') ?? ''
  if (NO_SCHEDULE.test(type))
    throw new Problem('unsupported_media', {
      ...{ found: type.slice(0, 80), wanted: 'text/csv, application/json, text/calendar' },
    })
  if (!/^multipart\/form-data\b/i.test(type))
    return { bytes: await readBody(request, MAX_UPLOAD_BYTES), filename: null }
  const body = await readBody(request, MAX_UPLOAD_BYTES + MULTIPART_OCTETS)
  const form = await new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': type },
  })
    .formData()
    .catch(() => null)
  const part: unknown = form?.get('file')
  if (!(part instanceof File))
    throw new Problem('invalid_request', {
      ...{ place: 'multipart body', found: form ? 'no part named “file”' : 'not readable' },
      wanted: 'file=@schedule.csv',
    })
  return { bytes: new Uint8Array(await part.arrayBuffer()), filename: part.name }
}
