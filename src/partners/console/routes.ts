// Everything below /console, behind the check of who sends what changes something.

import { Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { homeRoutes } from './home.ts'
import { invitationPages } from './invitation.ts'
import { withToken } from './own-pages.ts'
import { peopleRoutes } from './people.ts'
import { signInRoutes } from './sign-in.ts'
import { CONSOLE_STYLE } from './style.ts'

export function consoleRoutes(ports: Ports): Hono {
  const routes = new Hono().get('/assets/console.css', (c) =>
    c.body(CONSOLE_STYLE, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  )
  routes.use('/console/*', withToken(ports))
  routes.route('/', signInRoutes(ports))
  routes.route('/', invitationPages(ports))
  routes.route('/', peopleRoutes(ports))
  routes.route('/', homeRoutes(ports))
  return routes
}
