import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWorkplace } from '#lib/workplace'
import { Chips } from '#ui/Chips'
import { Panel } from '#ui/Panel'
import { StepFoot } from '#ui/StepFoot'
import { byGrade, isOdd, keyOf, type NamedClass } from './odd-classes.ts'

type Props = {
  /** Classes that the file names and the school does not know. */
  unknown: readonly NamedClass[]
  named: readonly NamedClass[]
  /** The school has no classes yet. */
  isFirst: boolean
  ticked: readonly string[]
  onTick: (keys: readonly string[]) => void
  onBack: () => void
  onNext: () => void
}

/** Which of the classes in the file there really are. Rows of the others stay out and are listed afterwards. */
export function ClassesStep({ unknown, named, isFirst, ticked, onTick, onBack, onNext }: Props) {
  const { t } = useTranslation()
  const { school } = useWorkplace()
  const odd = unknown.filter((one) => isOdd(one, named, school.stage))
  const plain = unknown.filter((one) => !odd.includes(one))
  const chips = (label: string, classes: readonly NamedClass[]) => {
    const keys = classes.map(keyOf)
    return (
      <Chips
        label={label}
        isMultiple
        options={classes.map((one) => ({
          value: keyOf(one),
          label: t('imports.classCount', { name: one.name, count: one.count }),
        }))}
        value={ticked.filter((key) => keys.includes(key))}
        onChange={(value) => onTick([...ticked.filter((key) => !keys.includes(key)), ...value])}
      />
    )
  }
  const plainKeys = plain.map(keyOf)
  const isEvery = plainKeys.every((key) => ticked.includes(key))
  const tickAll = (
    <>
      {t('imports.classesHint')}{' '}
      <Button
        size="small"
        onClick={() => onTick([...ticked.filter((key) => !plainKeys.includes(key)), ...(isEvery ? [] : plainKeys)])}
      >
        {t(isEvery ? 'imports.tickNone' : 'imports.tickAll')}
      </Button>
    </>
  )
  const left = unknown.filter((one) => !ticked.includes(keyOf(one)))
  const waiting = left.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <div className="imports-body">
        {plain.length > 0 && (
          <Panel title={t(isFirst ? 'imports.classesFirst' : 'imports.classesNew')} extra={tickAll}>
            <dl className="imports-grades">
              {byGrade(plain).map(({ grade, classes }) => (
                <div key={grade}>
                  <dt>{grade}</dt>
                  <dd>{chips(grade, classes)}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        )}
        {odd.length > 0 && (
          <Panel title={t('imports.classesOdd')} extra={t('imports.classesOddHint')}>
            {chips(t('imports.classesOdd'), odd)}
          </Panel>
        )}
      </div>
      <StepFoot
        hint={
          waiting > 0 ? t('imports.classesLeft', { classes: left.length, count: waiting }) : t('imports.classesAll')
        }
        back={t('imports.back')}
        next={t('imports.next')}
        isReady
        onBack={onBack}
        onNext={onNext}
      />
    </>
  )
}
