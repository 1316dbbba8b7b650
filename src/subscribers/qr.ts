// An address as a QR code: from the screen of a desk to the camera of a phone.

import { html } from 'hono/html'
import { encode } from 'uqr'
import type { Markup } from '../web/layout.ts'

/** White around it, without which cameras do not find it. */
const QUIET_MODULES = 4

/** Always dark on white, whatever the page's colours are: many cameras read nothing else. */
export function qrCode(address: string, label: string): Markup {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_MODULES })
  const squares = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('')
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${squares}"/></svg>`
}
