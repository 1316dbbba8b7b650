// What the Worker under test is bound to: its own bindings, and the migrations for its harness.

declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import('../src/worker.ts')
  }
  interface Env extends Pick<import('../src/worker.ts').Env, keyof import('../src/worker.ts').Env> {
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
