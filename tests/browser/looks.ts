// What every page must be, whatever is on it.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// What runs in the browser is text here: its types are not those of this process.

const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Nothing stands out of the window, at the width of a small phone and of a desk. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate<number>(BEYOND)
    expect([width, beyond]).toEqual([width, 0])
  }
}

/** Headings form an outline: one first, and none that leaves out a rank. */
export async function expectOutline(page: Page): Promise<void> {
  const ranks = await page.evaluate<number[]>(
    "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]))",
  )
  expect(ranks[0]).toBe(1)
  expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
  const leaps = ranks.filter((rank, at) => at > 0 && rank > (ranks[at - 1] ?? 0) + 1)
  expect(leaps).toEqual([])
}

/** WCAG AA: text stands out from what is behind it by 4.5 to 1. Returns the texts that do not. */
export const faintTexts = (page: Page): Promise<string[]> => page.evaluate<string[]>(FAINT)

const FAINT = `(() => {
  const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const luminance = (color) => {
    const [red, green, blue] = channels(color)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = (element) => {
    const { backgroundColor } = getComputedStyle(element)
    const clear = channels(backgroundColor)[3] === 0
    return clear && element !== document.body ? behind(element.parentElement) : backgroundColor
  }
  const contrast = (element) => {
    const lights = [luminance(getComputedStyle(element).color), luminance(behind(element))]
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
  }
  return [...document.body.querySelectorAll('*')]
    .filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => contrast(element) < 4.5)
    .map((element) => contrast(element).toFixed(2) + ' ' + element.textContent.slice(0, 40))
})()`
