// Every call of the API, typed by its description: what it takes, and what it answers when all is well.

import createRawClient, {
  type ClientPathsWithMethod,
  type MaybeOptionalInit,
  type MethodResponse,
  type Client as RawClient,
} from 'openapi-fetch'
import type { paths } from './api.ts'
import { problemOf } from './problem.ts'
import type { Send } from './sending.ts'

export type Paths = paths
export type Raw = RawClient<Paths>
export type Method = 'get' | 'put' | 'post' | 'delete' | 'patch'

type Options<P extends keyof Paths, M extends Method> = M extends keyof Paths[P]
  ? MaybeOptionalInit<Paths[P], M>
  : never
/** Left out where nothing has to be given. */
type Given<O> = undefined extends O ? [options?: O] : [options: O]
type Told<T> = [T] extends [never] ? undefined : T

/** Throws a `KalendsProblem` for every answer that is no success. */
export type Call<M extends Method> = <
  P extends ClientPathsWithMethod<Raw, M>,
  O extends Options<P, M>,
>(
  path: P,
  ...options: Given<O>
) => Promise<Told<MethodResponse<Raw, M, P, O>>>

export type Calls = { [M in Method]: Call<M> }

export function rawClient(server: string, send: Send): Raw {
  return createRawClient<Paths>({
    baseUrl: server.replace(/\/+$/, ''),
    fetch: send as (request: Request) => Promise<Response>,
  })
}

export function callsOf(raw: Raw): Calls {
  const request = raw.request as unknown as Untyped
  const calling = (method: Method) => async (path: string, options?: object) => {
    const { data, error, response } = await request(method, path, options)
    if (!response.ok) throw problemOf(response, error)
    return data
  }
  const [get, put, post, patch] = [
    calling('get'),
    calling('put'),
    calling('post'),
    calling('patch'),
  ]
  return { get, put, post, patch, delete: calling('delete') } as unknown as Calls
}

type Untyped = (
  method: Method,
  path: string,
  options?: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>
