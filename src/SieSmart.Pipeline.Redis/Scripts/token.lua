-- A shared token: asks for it or for the lease of fetching it, stores it, gives the lease back, or drops it. Each run is atomic, and the clock
-- is the server's. The rules are those of TokenRules.cs in SieSmart.Pipeline; tests/SharedBudgets.Tests holds both to them.
local key = KEYS[1]
local operation = ARGV[1]

local BUSY, FOUND, LEASED, STORED, REFUSED = 0, 1, 2, 3, 4

-- Lua shows 14 digits of a number unless it is told otherwise; a time has 16.
local function text(number)
    return string.format('%.0f', number)
end

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])

local stored = redis.call('HMGET', key, 'version', 'content', 'lifetime', 'fetched_at', 'holder', 'leased_until')
local version, content, lifetime = tonumber(stored[1] or '0'), stored[2], tonumber(stored[3] or '0')
local fetched_at, holder, leased_until = tonumber(stored[4] or '0'), stored[5], tonumber(stored[6] or '0')

-- Nothing stays that is of no use any more, and nothing goes while somebody counts on it.
local function keep_for(microseconds)
    local milliseconds = math.ceil(microseconds / 1000)
    if redis.call('PTTL', key) < milliseconds then
        redis.call('PEXPIRE', key, milliseconds)
    end
end

if operation == 'ask' then
    local after, asker, lease = tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
    if content and version > after and now < fetched_at + lifetime then
        return { FOUND, version, content, lifetime, math.max(now - fetched_at, 0) }
    end
    if holder and holder ~= asker and now < leased_until then
        return { BUSY, leased_until - now }
    end
    redis.call('HSET', key, 'holder', asker, 'leased_until', text(now + lease))
    keep_for(2 * lease)
    return { LEASED }
end

if operation == 'store' then
    if holder ~= ARGV[2] then
        return { REFUSED }
    end
    version = math.max(version + 1, now)
    redis.call('HSET', key, 'version', text(version), 'content', ARGV[3], 'lifetime', ARGV[4], 'fetched_at', text(now - tonumber(ARGV[5])))
    redis.call('HDEL', key, 'holder', 'leased_until')
    redis.call('PEXPIRE', key, math.max(math.ceil((tonumber(ARGV[4]) - tonumber(ARGV[5])) / 1000), 1))
    return { STORED, version }
end

if operation == 'release' then
    if holder == ARGV[2] then
        redis.call('HDEL', key, 'holder', 'leased_until')
    end
    return { STORED }
end

-- Dropped.
if version == tonumber(ARGV[2]) then
    redis.call('HDEL', key, 'content')
end
return { STORED }
