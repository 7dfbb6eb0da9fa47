SELECT salt, about, body FROM payload WHERE seq = $1
