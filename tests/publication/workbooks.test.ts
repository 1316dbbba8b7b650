// A marketer's workbook, uploaded as it is.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { workbook } from '../intake/xlsx/workbook.ts'

const sheet = (name: string, title: string) => ({
  name,
  rows: [['2026 시즌 일정'], ['날짜', '제목'], [46113, title]],
})

test('a workbook is published like any other file', async () => {
  const kalends = await harness()
  const file = workbook(sheet('4월', '개막'))
  const { status, body } = await kalends.upload('harbour/regatta', file, { filename: '시즌.xlsx' })
  expect([status, body.status, body.format, body.summary.new]).toEqual([
    201,
    'published',
    'xlsx',
    1,
  ])
  expect(await kalends.feed('harbour/regatta')).toContain('SUMMARY:개막')
})

test('of several sheets one is asked for, or the first confirmed', async () => {
  const kalends = await harness()
  const file = workbook(sheet('4월', '개막'), sheet('5월', '둘째'))
  const offer = (more: Record<string, string>) =>
    kalends.upload('harbour/regatta', file, { filename: 'a.xlsx', mode: 'merge', ...more })
  const { body: asked } = await offer({})
  expect(asked.status).toBe('ready')
  expect(asked.findings[1]).toMatchObject({ code: 'header.below' })
  expect(asked.findings[0]).toMatchObject({
    code: 'xlsx.sheets',
    severity: 'question',
    value: '4월',
  })
  expect((await offer({ sheet: '5월' })).body).toMatchObject({ status: 'published' })
  expect((await offer({ confirm: 'true' })).body).toMatchObject({ status: 'published' })
  expect(await kalends.feed('harbour/regatta')).toMatch(/SUMMARY:(개막|둘째)/)
})
