// Delta sync, page by page, for whatever has `changes`: a calendar or a subscription.

import { KalendsProblem, unexpected } from './problem.ts'

export interface Page<C> {
  changes: C[]
  /** Kept by whoever asked, and given back the next time. */
  next: string
  more: boolean
}

export interface SyncPage<C> extends Page<C> {
  /** This page begins from nothing: all that was kept before has to go, whatever it was. */
  restarted: boolean
}

/** Where an app keeps what it has read. */
export interface SyncStore<C> {
  /** The `next` of the last page that was kept; null before the first. */
  token(): string | null | Promise<string | null>
  /** Keeps the page's changes and its `next` together, or neither; forgets all before if `restarted`. */
  keep(page: SyncPage<C>): void | Promise<void>
}

/** Pages until nothing is left. A token that the server does not know any more starts again. */
export async function* syncPages<C>(
  pageAfter: (since: string | null) => Promise<Page<C>>,
  since: string | null,
): AsyncGenerator<SyncPage<C>, void, void> {
  let token = since
  for (;;) {
    const page: Page<C> | null = await pageAfter(token).catch((error: unknown) => {
      if (token === null || !isGone(error)) throw error
      return null
    })
    const restarted = token === null
    if (page?.more && page.next === token) throw unexpected(200, 'The same page, again and again')
    token = page ? page.next : null
    if (page) yield { ...page, restarted }
    if (page && !page.more) return
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof KalendsProblem && error.code === 'token_gone'

/** As `syncPages`, from where a store is; each page is kept before it is told. */
export async function* syncInto<C>(
  pageAfter: (since: string | null) => Promise<Page<C>>,
  store: SyncStore<C>,
): AsyncGenerator<SyncPage<C>, void, void> {
  for await (const page of syncPages(pageAfter, await store.token())) {
    await store.keep(page)
    yield page
  }
}
