import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { classesOf, gradesOf, nextGrade, numbered } from './grades.ts'
import type { Grade } from './grades.ts'
import { SettingPanel } from '#ui/SettingPanel'

const isWhole = ({ grade, classes }: Grade) => grade.trim() !== '' && classes.length > 0

/** Grades and their classes; an import adds the ones it finds. */
export function ClassesPanel() {
  const { t, i18n } = useTranslation()
  const isChinese = i18n.language !== 'en'
  const { classes, school } = useWorkplace()
  const { value, change, saved, isFine } = useSetting(
    gradesOf(classes),
    (grades, requestId) => client.settings.saveClasses({ classes: classesOf(grades), requestId }),
    (grades) => grades.every(isWhole),
  )
  const set = (index: number, part: Partial<Grade>) =>
    change(value.map((grade, at) => (at === index ? { ...grade, ...part } : grade)))
  const add = (
    <Button size="small" onClick={() => change([...value, nextGrade(value, school.stage, isChinese)])}>
      {t('settings.classes.add')}
    </Button>
  )
  return (
    <SettingPanel
      title={t('settings.classes.title')}
      hint={t('settings.classes.hint')}
      saved={saved}
      missing={!isFine && t('settings.classes.missing')}
    >
      {value.length === 0 ? (
        <EmptyState title={t('settings.classes.empty')} hint={t('settings.classes.emptyHint')}>
          {add}
        </EmptyState>
      ) : (
        <div className="grades">
          {value.map((grade, index) => (
            <div className="grade" key={index}>
              <Input
                aria-label={t('settings.classes.grade')}
                placeholder={t('settings.classes.grade')}
                maxLength={40}
                value={grade.grade}
                onChange={(event) => set(index, { grade: event.target.value })}
              />
              <InputNumber
                aria-label={t('settings.classes.count')}
                min={1}
                max={60}
                placeholder={t('settings.classes.count')}
                suffix={t('settings.classes.unit')}
                value={grade.classes.length || null}
                onChange={(count) => count && set(index, { classes: resized(grade, count, isChinese) })}
              />
              <Select
                mode="tags"
                aria-label={t('settings.classes.names')}
                placeholder={t('settings.classes.names')}
                open={false}
                suffixIcon={null}
                value={grade.classes}
                onChange={(names: string[]) => set(index, { classes: names })}
              />
              <Button type="text" size="small" onClick={() => change(value.filter((_, at) => at !== index))}>
                {t('settings.remove')}
              </Button>
            </div>
          ))}
          {add}
        </div>
      )}
    </SettingPanel>
  )
}

/** More or fewer classes; those that are there keep their names. */
const resized = ({ grade, classes }: Grade, count: number, isChinese: boolean): string[] =>
  numbered(grade, count, isChinese).map((name, at) => classes[at] ?? name)
