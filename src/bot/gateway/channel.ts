import type { PuppetService } from 'wechaty-puppet-service';
import { grpc } from 'wechaty-grpc';
import type { PuppetClient } from './protocol.js';
import { pb } from './protocol.js';

/** wechaty-puppet-service's own manager: it reads options and environment; connecting is ours. */
export type StockManager = PuppetService['grpcManager'];
type Settings = Pick<StockManager, 'caCert' | 'disableTls' | 'endpoint' | 'serverName'> & {
  token: { token: string };
};

const LOOPBACK = /^(?:dns:\/*|ipv[46]:)?(?:127\.|localhost[:]|\[::1\])/;

/**
 * A new client with a connection of its own: nothing of an earlier one (backoff, broken sockets) is shared. It connects
 * with its first call.
 */
export function newClient(settings: Settings, serviceConfig: string): PuppetClient {
  return new pb.PuppetClient(settings.endpoint, credentials(settings), {
    'grpc.ssl_target_name_override': settings.serverName,
    // Gateways without TLS read the token from here.
    'grpc.default_authority': settings.token.token,
    'grpc.service_config': serviceConfig,
    'grpc.service_config_disable_resolution': 1,
    'grpc.use_local_subchannel_pool': 1,
    'grpc.enable_retries': 0,
    'grpc.enable_channelz': 0,
    'grpc.initial_reconnect_backoff_ms': 200,
    'grpc.max_reconnect_backoff_ms': 1000,
    ...(LOOPBACK.test(settings.endpoint) ? { 'grpc.enable_http_proxy': 0 } : {}),
  });
}

function credentials(settings: Settings): grpc.ChannelCredentials {
  if (settings.disableTls) return grpc.credentials.createInsecure();
  const token = grpc.credentials.createFromMetadataGenerator((_context, callback) => {
    const metadata = new grpc.Metadata();
    metadata.add('authorization', `Wechaty ${settings.token.token}`);
    callback(null, metadata);
  });
  return grpc.credentials.combineChannelCredentials(grpc.credentials.createSsl(settings.caCert), token);
}
