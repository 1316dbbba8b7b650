// The app's service worker.

declare const BUILT_SHELL: { version: string; script: string; style: string }

export const shell = BUILT_SHELL
