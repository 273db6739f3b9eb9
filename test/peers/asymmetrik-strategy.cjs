// How that server knows its callers, as its makers say: passport, with the one token that everybody has.

const { Strategy } = require('passport-http-bearer')

module.exports.strategy = new Strategy((token, done) =>
  done(null, token === 'everybody-has-this-token' && { scope: ['user/*.*', 'system/*.*'] }),
)
