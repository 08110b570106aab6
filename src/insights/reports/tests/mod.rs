mod pool;
mod shown;
