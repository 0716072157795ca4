/** A process that brings a vault up to date under the shim. */
import { openVault } from '#db/vault/open'

const [file = '', key = ''] = process.argv.slice(2)
openVault(file, Buffer.from(key, 'hex')).close()
