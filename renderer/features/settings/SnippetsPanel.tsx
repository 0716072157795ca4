import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/settings'
import { client } from '#lib/client'
import { useSetting } from '#lib/use-setting'
import { useWorkplace } from '#lib/workplace'
import { SettingPanel } from '#ui/SettingPanel'

const isWhole = ({ trigger, text }: Snippet) => trigger.trim() !== '' && text.trim() !== ''

/** Sentences that are written often; `;` and the short word bring them up in a note. */
export function SnippetsPanel() {
  const { t } = useTranslation()
  const { value, change, saved, isFine } = useSetting(
    useWorkplace().snippets,
    (snippets, requestId) => client.settings.saveSnippets({ snippets, requestId }),
    (snippets) => snippets.every(isWhole),
  )
  const set = (index: number, part: Partial<Snippet>) =>
    change(value.map((snippet, at) => (at === index ? { ...snippet, ...part } : snippet)))
  return (
    <SettingPanel
      title={t('settings.snippets.title')}
      hint={t('settings.snippets.hint')}
      saved={saved}
      missing={!isFine && t('settings.snippets.missing')}
    >
      <div className="snippets">
        {value.map((snippet, index) => (
          <div className="snippet" key={snippet.id}>
            <Input
              aria-label={t('settings.snippets.trigger')}
              placeholder={t('settings.snippets.trigger')}
              prefix=";"
              maxLength={20}
              value={snippet.trigger}
              onChange={(event) => set(index, { trigger: event.target.value.replaceAll(/\s/g, '') })}
            />
            <Input.TextArea
              aria-label={t('settings.snippets.text')}
              placeholder={t('settings.snippets.text')}
              autoSize={{ minRows: 1, maxRows: 5 }}
              maxLength={2000}
              value={snippet.text}
              onChange={(event) => set(index, { text: event.target.value })}
            />
            <Button type="text" size="small" onClick={() => change(value.filter((_, at) => at !== index))}>
              {t('settings.remove')}
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => change([...value, { id: crypto.randomUUID(), trigger: '', text: '' }])}>
          {t('settings.snippets.add')}
        </Button>
      </div>
    </SettingPanel>
  )
}
