import './folder-field.css'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { bridge } from '#lib/bridge'

type Props = { id: string; value: string; hasFocus?: boolean; onChange: (folder: string) => void }

/** A folder: chosen in the system's own dialog; typed where there is no shell to ask. */
export function FolderField({ id, value, hasFocus = false, onChange }: Props) {
  const { t } = useTranslation()
  const shell = bridge()
  const choose = async () => {
    const folder = await shell?.chooseFolder()
    if (folder) onChange(folder)
  }
  return (
    <div className="folder-field">
      <Input
        id={id}
        autoFocus={hasFocus}
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        placeholder={t('backups.add.folderPlaceholder')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {shell && <Button onClick={() => void choose().catch(() => undefined)}>{t('backups.add.choose')}</Button>}
    </div>
  )
}
