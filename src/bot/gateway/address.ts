import type { GatewayAddress } from '../account-options.js';

/** Throws one line that says what is missing, before wechaty-puppet-service would print several. */
export function checkAddress(address: GatewayAddress, env: Record<string, string | undefined>): void {
  const token = address.token ?? env.WECHATY_PUPPET_SERVICE_TOKEN ?? env.WECHATY_PUPPET_HOSTIE_TOKEN;
  if (!token) {
    throw new Error('no gateway token: set WECHATY_PUPPET_SERVICE_TOKEN to the token of your puppet service');
  }
  const serverName = address.tls?.serverName ?? env.WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME;
  if (!serverName && token.lastIndexOf('_') < 1) {
    throw new Error(
      'the gateway token names no server: put its name and "_" before it (usually "insecure_"), ' +
        'or set WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME',
    );
  }
}
