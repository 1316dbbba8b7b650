// What the feed doctor's page says before there is a report.

import type { Language } from '../../language/choose.ts'

interface Words {
  title: string
  intro: string
  label: string
  act: string
  private: string
}

const en: Words = {
  title: 'Feed doctor',
  intro:
    'Subscribers see nothing, or the wrong thing? Give the address of a calendar feed (.ics). It is fetched as Google, Apple, Outlook, Thunderbird, Evolution and Android do, and looked at line by line.',
  label: 'Address of the feed',
  act: 'Examine',
  private:
    'The feed is fetched about fifteen times and not kept. Whoever has a secret address may rather run `npx kalends doctor` on their own machine.',
}

const ko: Words = {
  title: '피드 진단',
  intro:
    '구독한 캘린더가 비어 있거나 다르게 보이나요? 피드(.ics) 주소를 넣어 주세요. Google, Apple, Outlook, Thunderbird, Evolution, Android가 하듯이 가져와서 한 줄씩 살펴봅니다.',
  label: '피드 주소',
  act: '진단하기',
  private:
    '피드를 열다섯 번쯤 가져오며 보관하지 않습니다. 남에게 알리면 안 되는 주소라면 내 컴퓨터에서 `npx kalends doctor`를 쓰세요.',
}

export const DOCTOR_WORDS: Record<Language, Words> = { en, ko }
