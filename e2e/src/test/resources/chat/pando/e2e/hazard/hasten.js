// A core for which time goes by ten times as fast: what takes it half a minute can be seen in three seconds.
{
    const later = self.setTimeout;
    self.setTimeout = (action, ms, ...rest) => later(action, ms / 10, ...rest);
}
