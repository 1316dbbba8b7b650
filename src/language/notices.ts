// The words of a letter about a source, in Korean and English.

import type { Language } from './choose.ts'
import { filled } from './filled.ts'

type State = 'new' | 'ok' | 'waiting' | 'failing'
interface Letter {
  subject: string
  text: string
}

const en: Record<State, Letter> = {
  failing: {
    subject: '“{name}”: the schedule cannot be fetched',
    text: '{url}\n\n{message}\n\nThe published calendar stays as it is. The next try is at {nextAt}. You will be told once it works again.\n',
  },
  waiting: {
    subject: '“{name}”: a new schedule waits for you',
    text: '{url}\n\nWhat was fetched has errors or questions, so it was not published. The published calendar stays as it is until you have looked at it:\n{page}\n',
  },
  ok: {
    subject: '“{name}”: the schedule is fetched again',
    text: '{url}\n\nFetching works again. There is nothing for you to do.\n',
  },
  new: { subject: '“{name}”', text: '{url}\n' },
}

const ko: Record<State, Letter> = {
  failing: {
    subject: '‘{name}’ 일정을 가져오지 못하고 있습니다',
    text: '{url}\n\n{message}\n\n게시된 캘린더는 그대로 유지됩니다. 다음 시도 시각은 {nextAt}이며, 다시 가져올 수 있게 되면 알려 드립니다.\n',
  },
  waiting: {
    subject: '‘{name}’ 새 일정을 확인해 주세요',
    text: '{url}\n\n가져온 파일에 오류나 확인할 질문이 있어 게시하지 않았습니다. 확인하실 때까지 게시된 캘린더는 그대로 유지됩니다.\n{page}\n',
  },
  ok: {
    subject: '‘{name}’ 일정을 다시 가져오고 있습니다',
    text: '{url}\n\n다시 정상적으로 가져오고 있습니다. 따로 하실 일은 없습니다.\n',
  },
  new: { subject: '‘{name}’', text: '{url}\n' },
}

export function describeNotice(
  state: State,
  values: Record<'name' | 'url' | 'page' | 'nextAt' | 'message', string>,
  language: Language,
): Letter {
  const { subject, text } = { en, ko }[language][state]
  return { subject: filled(subject, values, language), text: filled(text, values, language) }
}
