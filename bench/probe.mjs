// Loaded into a measured server before it starts: tells the bench what the server's process used.
// Plain JavaScript, so that it works before TypeScript does and adds nothing to the start.

import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  process.send?.({
    cpuMicros: user + system,
    rss: process.memoryUsage.rss(),
    peakRss: process.resourceUsage().maxRSS * 1024,
    longestStallMs: delay.max / 1e6,
  })
  delay.reset()
})
