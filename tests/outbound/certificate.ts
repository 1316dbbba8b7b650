// A certificate for `localhost` that nobody signed.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Null where the machine has no openssl. */
export function certificate(): { key: string; cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-tls-'))
  const at = (name: string) => join(folder, name)
  const how = ['-x509', '-days', '2', '-nodes', '-newkey', 'ec']
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const out = ['-keyout', at('key'), '-out', at('cert')]
  try {
    const curve = ['-pkeyopt', 'ec_paramgen_curve:P-256']
    execFileSync('openssl', ['req', ...how, ...curve, ...names, ...out], { stdio: 'ignore' })
    return { key: readFileSync(at('key'), 'utf8'), cert: readFileSync(at('cert'), 'utf8') }
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
