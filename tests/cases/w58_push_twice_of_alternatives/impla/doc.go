package impla
