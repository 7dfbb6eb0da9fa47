DELETE FROM payload WHERE seq = $1
